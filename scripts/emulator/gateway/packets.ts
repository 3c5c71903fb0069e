/**
 * The protobuf messages of a cloud call, with the numbers that wx-server-sdk 4.0.2 uses
 * (node_modules/wx-server-sdk/index.js, "protobuf/openapi").
 */
import { parse } from 'protobufjs';
import type { ApiArgument } from '../wechat/api/arguments';

const { root } = parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; string appid = 6; }
  message HttpHeader { string key = 1; string value = 2; }
  message CommOpenApiResp {
    bytes respData = 1;
    string contentType = 2;
    int32 errorCode = 3;
    uint32 httpCode = 4;
    repeated HttpHeader headers = 5;
    int32 svrkitErrorCode = 6;
  }
`);
const CommApiData = root.lookupType('CommApiData');
const CommOpenApiResp = root.lookupType('CommOpenApiResp');

interface DecodedRequest {
  openapiData?: { pairs?: { key: string; value: Uint8Array; contenttype: string; filename: string }[] };
}

/** @throws Error when the bytes are no CommApiData */
export function decodeArguments(bytes: Buffer): Map<string, ApiArgument> {
  const { openapiData } = CommApiData.toObject(CommApiData.decode(bytes), {
    defaults: true,
  }) as DecodedRequest;
  return new Map(
    (openapiData?.pairs ?? []).map(({ key, value, contenttype, filename }) => [
      key,
      {
        value: Buffer.from(value),
        ...(contenttype !== '' && { contentType: contenttype }),
        ...(filename !== '' && { filename }),
      },
    ]),
  );
}

/** What WeChat answered: JSON text or media. */
export const encodeAnswer = (contentType: string, respData: Uint8Array): Uint8Array =>
  CommOpenApiResp.encode({ contentType, respData, httpCode: 200 }).finish();

/** The cloud refused the call before WeChat saw it. */
export const encodeRefusal = (errorCode: number): Uint8Array =>
  CommOpenApiResp.encode({ errorCode }).finish();
