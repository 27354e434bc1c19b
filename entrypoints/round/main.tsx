import { render } from 'preact';
import { Strip } from './strip.tsx';

const root = document.getElementById('root');
if (root) render(<Strip />, root);
