//! Ids that are made from what they are about, so that they need no place to be kept. No secret: anybody can make them.

use uuid::{Builder, Uuid};

/// The id of the `at`th thing of this kind about an object (FNV-1a of 128 bits).
pub fn derived_id(of: u128, kind: &str, at: u64) -> Uuid {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bytes = of.to_be_bytes().into_iter().chain(kind.bytes()).chain(at.to_be_bytes());
    let hash = bytes.fold(BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
    Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid()
}
