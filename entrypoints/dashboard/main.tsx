import { render } from 'preact'; render(<p>dashboard</p>, document.getElementById('root') as HTMLElement);
