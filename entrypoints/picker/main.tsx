import { render } from 'preact'; render(<p>picker</p>, document.getElementById('root') as HTMLElement);
