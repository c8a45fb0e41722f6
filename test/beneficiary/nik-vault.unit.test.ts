import { describe, expect, it } from '@jest/globals';
import { newId } from '../../schema/kernel/identifier.js';
import { createNikVault } from '../../server/nik-vault.js';

const former = 'former-secret-of-the-tests-0123456789';
const present = 'present-secret-of-the-tests-0123456789';
const nik = '3672991203859001';
const record = newId();

describe('the vault', () => {
  const vault = createNikVault({ secret: present, previousSecrets: [former] });
  const [keyId = 0, formerKeyId = 0] = vault.keyIds;

  it('opens what it sealed, under each of its keys', () => {
    for (const id of vault.keyIds) {
      const sealed = vault.seal(nik, { keyId: id, boundTo: record });

      expect(sealed).toHaveLength(44);
      expect(vault.open(sealed, { keyId: id, boundTo: record })).toBe(nik);
    }
  });

  it('seals one NIK differently each time', () => {
    const seal = { keyId, boundTo: record };

    expect(vault.seal(nik, seal).equals(vault.seal(nik, seal))).toBe(false);
  });

  it('opens nothing for another record, under another key, changed, or cut', () => {
    const sealed = vault.seal(nik, { keyId, boundTo: record });
    const changed = Buffer.from(sealed);
    changed[20] = (changed[20] ?? 0) ^ 1;

    expect(() => vault.open(sealed, { keyId, boundTo: newId() })).toThrow();
    expect(() => vault.open(sealed, { keyId: formerKeyId, boundTo: record })).toThrow();
    expect(() => vault.open(changed, { keyId, boundTo: record })).toThrow();
    expect(() => vault.open(sealed.subarray(0, 43), { keyId, boundTo: record })).toThrow();
    expect(() => vault.open(sealed, { keyId: 7, boundTo: record })).toThrow(
      'NIK key 7 is not known to this server',
    );
  });

  it('finds one NIK by the same index always, another by another, each under its key', () => {
    const [now, before] = vault.indexes(nik);
    const other = createNikVault({ secret: former });

    expect(createNikVault({ secret: present }).indexes(nik)[0]).toEqual(now);
    expect(other.indexes(nik)[0]).toEqual(before);
    expect(now?.readUInt32BE()).toBe(keyId);
    expect(now).toHaveLength(36);
    expect(vault.indexes('3672991203859002')[0]).not.toEqual(now);
    expect(now?.includes(nik)).toBe(false);
  });
});
