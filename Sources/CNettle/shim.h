#ifndef TESSERA_CNETTLE_SHIM_H
#define TESSERA_CNETTLE_SHIM_H

// Only what is used. The short names are macros, which Swift does not see: the functions
// are `nettle_sha256_init` and so on.
#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/cbc.h>
#include <nettle/md5.h>
#include <nettle/sha2.h>

// Cipher block chaining takes the block cipher as a function of untyped pointers, which only C can call a function of
// typed ones. The initialisation vector is changed.

static inline void tessera_aes128_cbc_decrypt(
    const uint8_t *key, uint8_t *vector, size_t length, uint8_t *target, const uint8_t *source
) {
    struct aes128_ctx cipher;
    nettle_aes128_set_decrypt_key(&cipher, key);
    nettle_cbc_decrypt(&cipher, (nettle_cipher_func *)nettle_aes128_decrypt, AES_BLOCK_SIZE, vector, length, target, source);
}

static inline void tessera_aes256_cbc_decrypt(
    const uint8_t *key, uint8_t *vector, size_t length, uint8_t *target, const uint8_t *source
) {
    struct aes256_ctx cipher;
    nettle_aes256_set_decrypt_key(&cipher, key);
    nettle_cbc_decrypt(&cipher, (nettle_cipher_func *)nettle_aes256_decrypt, AES_BLOCK_SIZE, vector, length, target, source);
}

static inline void tessera_aes128_cbc_encrypt(
    const uint8_t *key, uint8_t *vector, size_t length, uint8_t *target, const uint8_t *source
) {
    struct aes128_ctx cipher;
    nettle_aes128_set_encrypt_key(&cipher, key);
    nettle_cbc_encrypt(&cipher, (nettle_cipher_func *)nettle_aes128_encrypt, AES_BLOCK_SIZE, vector, length, target, source);
}

#endif
