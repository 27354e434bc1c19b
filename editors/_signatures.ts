/**
 * What each rich editor's field is known by. They stand together because the plain editor claims a field by its carrying none of them, and so
 * that no two of them can come to overlap unseen.
 */
export const signatures = {
  draft: '.public-DraftEditor-content',
  lexical: '[data-lexical-editor]',
  slate: '[data-slate-editor]',
  prosemirror: '.ProseMirror',
  quill: '.ql-editor',
  ckeditor: '.ck-editor__editable',
  ckeditor4: '.cke_editable',
  codemirror: '.cm-content',
  codemirror5: '.CodeMirror textarea, .CodeMirror-code',
  mediumeditor: '.medium-editor-element',
  tinymce: '.mce-content-body',
  trix: 'trix-editor',
  wordpress: '.block-editor-rich-text__editable',
} as const;

const anySignature = Object.values(signatures).join(',');

export const hasSignature = (field: Element): boolean => field.matches(anySignature);
