//! Ids that are made from what they are about, so that they need no place to be kept. No secret: anybody can make them.

use uuid::{Builder, Uuid};

/// The id of the `at`th thing of this kind about an object.
pub fn derived_id(of: u128, kind: &str, at: u64) -> Uuid {
    Builder::from_custom_bytes(hashed(of, [kind.as_bytes(), &at.to_be_bytes()])).into_uuid()
}

/// FNV-1a of 128 bits, of an id and what makes it another.
pub fn hashed(of: u128, parts: [&[u8]; 2]) -> [u8; 16] {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = of.to_be_bytes().into_iter().chain(parts.into_iter().flatten().copied());
    bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)).to_be_bytes()
}
