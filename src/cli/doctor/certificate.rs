//! The end of a certificate (X.509, DER). Reads the fields before it and believes none of them: whether a certificate is to be
//! trusted is decided elsewhere.

use chrono::{DateTime, NaiveDateTime, Utc};

const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;
const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// When it ends; nothing when it cannot be read.
pub(super) fn end(certificate: &[u8]) -> Option<DateTime<Utc>> {
    let (certificate, _) = element(certificate, SEQUENCE)?;
    let (mut fields, _) = element(certificate, SEQUENCE)?;
    if fields.first() == Some(&VERSION) {
        fields = any(fields)?.2;
    }
    // Serial number, signature, issuer.
    for _ in 0..3 {
        fields = any(fields)?.2;
    }
    let (validity, _) = element(fields, SEQUENCE)?;
    let (tag, text, _) = any(any(validity)?.2)?;
    let text = std::str::from_utf8(text).ok()?;
    let text = match tag {
        // Two digits for the year: 50 and later are of the last century.
        UTC_TIME if text.get(..2)?.parse::<u8>().ok()? >= 50 => format!("19{text}"),
        UTC_TIME => format!("20{text}"),
        GENERALIZED_TIME => text.to_owned(),
        _ => return None,
    };
    NaiveDateTime::parse_from_str(&text, "%Y%m%d%H%M%SZ").ok().map(|at| at.and_utc())
}

/// The content of an element with this tag, and what follows it.
fn element(bytes: &[u8], wanted: u8) -> Option<(&[u8], &[u8])> {
    let (tag, content, rest) = any(bytes)?;
    (tag == wanted).then_some((content, rest))
}

/// Tag and content of an element, and what follows it.
fn any(bytes: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (length, rest) = rest.split_first()?;
    let (length, rest) = match length {
        0..=0x7f => (usize::from(*length), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(length - 0x80))?;
            (digits.iter().fold(0, |length, digit| length << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((*tag, content, rest))
}

#[cfg(test)]
mod tests {
    use base64::{Engine, engine::general_purpose::STANDARD};

    use super::*;

    /// Made with `openssl req -x509`: one ends before 2050, one after.
    const CERTIFICATES: [(&str, &str); 2] = [
        (
            "2027-12-30 14:35:50",
            concat!(
                "MIIBhDCCASugAwIBAgIUCeU68WktMIn2knf7nrLc/XQ/iGswCgYIKoZIzj0EAwIwGDEWMBQGA1UEAwwNbG9rZXQuZXhhbXBsZTAe",
                "Fw0yNjExMjUxNDM1NTBaFw0yNzEyMzAxNDM1NTBaMBgxFjAUBgNVBAMMDWxva2V0LmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjO",
                "PQMBBwNCAARoGET/tGTGVYWOzrHpKbthRwOr8OWc4VXKHTBhRg6jBQmvPnpqkD1914+37s9B/G3HrJMPSz2VPgp6BbvoU+X/o1Mw",
                "UTAdBgNVHQ4EFgQUw5aE+EGJUzSqFNOtUAtPoLh1seswHwYDVR0jBBgwFoAUw5aE+EGJUzSqFNOtUAtPoLh1seswDwYDVR0TAQH/",
                "BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBN+aL184N75iO9FKhJXcndUT4GDb6NxRX3jw3oRvtzVgIgY9prR4rqs2DxY7waWxUg",
                "0J/beq46Y5v0lmB1vO29JNo="
            ),
        ),
        (
            "2054-04-12 14:35:51",
            concat!(
                "MIIBhzCCAS2gAwIBAgIUe948ci5wChgOETiFRAF4hyr+xocwCgYIKoZIzj0EAwIwGDEWMBQGA1UEAwwNbG9rZXQuZXhhbXBsZTAg",
                "Fw0yNjExMjUxNDM1NTFaGA8yMDU0MDQxMjE0MzU1MVowGDEWMBQGA1UEAwwNbG9rZXQuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG",
                "SM49AwEHA0IABGb4jOd9Gn4INTiZMc+O4KfT2qV3aVVX6F986Bw1LmNHdhE6xGvj0bPOrbwivrATG4+jNl3BS8sYdYQhrAtQrwOj",
                "UzBRMB0GA1UdDgQWBBRTqMe/71tQ2kDpWnpD/w9dMIuuMTAfBgNVHSMEGDAWgBRTqMe/71tQ2kDpWnpD/w9dMIuuMTAPBgNVHRMB",
                "Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIDLpF8hQqyi5XNcoedR+oLQQcjWbpgl0Fumpq8jl4JvnAiEA3xyJ0XcGPkVYGEAS",
                "WWQIl10Q1n6BrIQ3A21ukV5jaL4="
            ),
        ),
    ];

    #[test]
    fn the_end_is_read_in_both_forms() {
        for (wanted, text) in CERTIFICATES {
            let bytes = STANDARD.decode(text).unwrap();
            assert_eq!(end(&bytes).unwrap().format("%Y-%m-%d %H:%M:%S").to_string(), wanted);
        }
    }

    #[test]
    fn what_is_cut_or_changed_never_panics() {
        let bytes = STANDARD.decode(CERTIFICATES[0].1).unwrap();
        for at in 0..bytes.len() {
            end(&bytes[..at]);
            for value in [0, 0x30, 0x80, 0x84, 0xff] {
                let mut changed = bytes.clone();
                changed[at] = value;
                end(&changed);
            }
        }
    }
}
