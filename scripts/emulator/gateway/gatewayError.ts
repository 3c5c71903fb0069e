/** A request that the CloudBase gateway refuses: answered as `{ code, message, requestId }` with status 200. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';

  constructor(
    /** CloudBase's own code, such as `DATABASE_COLLECTION_NOT_EXIST`; the SDK turns it into its errCode. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
