import { render } from 'preact';
import { applyKeptTheme } from '../../components/theme.ts';
import { readSnapshot } from '../../messages/notices.ts';
import { Popup } from './popup.tsx';

applyKeptTheme();
const root = document.getElementById('root');
if (root) void readSnapshot().then((snapshot) => render(<Popup snapshot={snapshot} />, root));
