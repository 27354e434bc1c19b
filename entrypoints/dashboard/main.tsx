import { render } from 'preact';
import { applyKeptTheme } from '../../components/theme.ts';
import { Dashboard } from './dashboard.tsx';

applyKeptTheme();
const root = document.getElementById('root');
if (root) render(<Dashboard />, root);
