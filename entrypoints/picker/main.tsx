import { render } from 'preact';
import { Picker } from './picker.tsx';

const root = document.getElementById('root');
if (root) render(<Picker />, root);
