/** The four simple permissions that a collection can have, by the names of CloudBase's own API. */
import * as v from 'valibot';
import type { CollectionPermission } from '../contract';

/** https://cloud.tencent.com/document/product/876/34812 (ModifyDatabaseACL, AclTag). */
const PERMISSIONS = [
  'READONLY',
  'PRIVATE',
  'ADMINWRITE',
  'ADMINONLY',
] as const satisfies readonly CollectionPermission[];

export const PermissionSchema = v.picklist(
  PERMISSIONS,
  `must be one of ${PERMISSIONS.join(', ')}; the emulator has no custom security rules (安全规则)`,
);
