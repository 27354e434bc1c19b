import { render } from 'preact';
import { Card } from './card.tsx';

const root = document.getElementById('root');
if (root) render(<Card />, root);
