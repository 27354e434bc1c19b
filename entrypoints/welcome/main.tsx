import { render } from 'preact';
import { applyKeptTheme } from '../../components/theme.ts';
import { Welcome } from './welcome.tsx';

applyKeptTheme();
const root = document.getElementById('root');
if (root) render(<Welcome />, root);
