/** What is wrong with a template or its data, said before WeChat is asked. */

export class TemplateError extends Error {
  readonly retryable = false;

  constructor(
    readonly code: 'UNKNOWN_TEMPLATE' | 'INVALID_FIELD',
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'TemplateError';
  }
}
