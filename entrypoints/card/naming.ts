import { word } from '../../components/words.ts';
import type { Author } from '../../core/model.ts';

export const nameAuthor = ({ name, handle }: Author): string => name || handle || word('someone');
