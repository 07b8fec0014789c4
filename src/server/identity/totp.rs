//! Codes of six digits that change every half minute (RFC 6238 over RFC 4226), as every app for codes makes them: HMAC-SHA-1, which is not
//! weakened by what is known against SHA-1 itself. Pure: the time is an argument.

use chrono::{DateTime, Utc};
use ring::hmac;

/// Seconds that a code is shown.
const SHOWN: i64 = 30;

/// Codes from so many steps before and after count too: clocks differ, and typing takes time.
const AROUND: i64 = 1;

/// The step of time whose code this is; nothing when it is of none that counts now. All of them are always worked out.
pub fn step_of(secret: &[u8], code: &str, now: DateTime<Utc>) -> Option<i64> {
    let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let this = now.timestamp().div_euclid(SHOWN);
    let mut found = None;
    for step in this - AROUND..=this + AROUND {
        if code_of(secret, step) == typed {
            found = Some(step);
        }
    }
    found
}

/// The code of a step of time.
fn code_of(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    // RFC 4226, 5.3: where to take four bytes from is the last half byte.
    let at = tag.last().map_or(0, |last| usize::from(last & 15));
    let number = tag.iter().skip(at).take(4).fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// The code that somebody's app shows now.
#[must_use]
pub fn code_at(secret: &[u8], now: DateTime<Utc>) -> String {
    code_of(secret, now.timestamp().div_euclid(SHOWN))
}

/// What an app takes in: `otpauth://totp/…`.
pub fn address(secret: &[u8], name: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    let escaped: String = name.bytes().map(escape).collect();
    format!("otpauth://totp/loket:{escaped}?secret={}&issuer=loket&algorithm=SHA1&digits=6&period={SHOWN}", base32(secret))
}

/// RFC 4648, without padding.
pub fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    for group in bytes.chunks(5) {
        let number = group.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte)) << (8 * (5 - group.len()));
        let letters = (group.len() * 8).div_ceil(5);
        text.extend((0..letters).map(|at| char::from(LETTERS[(number >> (35 - 5 * at)) as usize & 31])));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, the last six of eight digits.
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(b"12345678901234567890", at(seconds)), code, "{seconds}");
        }
    }

    #[test]
    fn one_step_before_and_after_counts_and_no_more() {
        let secret = b"12345678901234567890";
        let shown = code_at(secret, at(3_000_000));
        let step = 3_000_000 / 30;
        for (later, counts) in [(-60, false), (-30, true), (0, true), (30, true), (59, true), (60, false)] {
            assert_eq!(step_of(secret, &shown, at(3_000_000 + later)), counts.then_some(step), "{later}");
        }
        assert_eq!(step_of(secret, &format!(" {} {}", &shown[..3], &shown[3..]), at(3_000_000)), Some(step));
        for wrong in ["", "12345", "1234567", "abcdef"] {
            assert_eq!(step_of(secret, wrong, at(3_000_000)), None, "{wrong}");
        }
    }

    #[test]
    fn an_app_takes_the_address() {
        for (bytes, text) in
            [("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("foobar", "MZXW6YTBOI")]
        {
            assert_eq!(base32(bytes.as_bytes()), text, "{bytes}");
        }
        let address = address(b"12345678901234567890", "Anna de Wit");
        assert_eq!(
            address,
            "otpauth://totp/loket:Anna%20de%20Wit?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=loket&algorithm=SHA1&digits=6&period=30"
        );
    }
}
