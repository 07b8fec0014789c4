//! Long proofs: how many cases, from which seed, and where the result goes (`tests/run --long`).

use std::{env, fs::OpenOptions, io::Write};

/// Does this run take the long forms?
pub fn is_long() -> bool {
    env::var_os("LOKET_LONG").is_some_and(|value| value == "1")
}

/// The seed of this run; 1 unless it was given.
pub fn seed() -> u64 {
    env::var("LOKET_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

/// The seed of this run, printed with what it is for, so that a failure can be repeated.
pub fn seed_of(what: &str) -> u64 {
    println!("{what}: LOKET_SEED={}", seed());
    seed()
}

/// Reports what a long proof found, once it held. Short runs report nothing.
pub fn report(proof: &str, result: &str) {
    let Some(path) = env::var_os("LOKET_PROOFS").filter(|_| is_long()) else { return };
    let line = format!("{}\t{}\n", proof.replace(['\t', '\n', '|'], " "), result.replace(['\t', '\n', '|'], " "));
    // One write per line: tests run side by side.
    OpenOptions::new().append(true).open(path).unwrap().write_all(line.as_bytes()).unwrap();
}
