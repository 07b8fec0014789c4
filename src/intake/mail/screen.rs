//! Looks at a message before it is parsed: is it built to be expensive? Counting only, one pass.
//!
//! The parser keeps nested messages inside each other and looks for every boundary to the end of the file, so depth and the
//! number of multiparts are what cost; plain parts are cheap, however many there are.

use memchr::memmem;

/// More nested messages and multiparts than this: no professional sends that.
const MOST_NESTED: usize = 100;
/// A folded `Content-…` header longer than this, in bytes, is not one a mail program writes.
const LONGEST_HEADER: usize = 8 * 1024;

/// Would reading it cost more than it is worth?
pub(super) fn is_entangled(bytes: &[u8]) -> bool {
    let lower = bytes.to_ascii_lowercase();
    let count = |word: &str| memmem::find_iter(&lower, word.as_bytes()).take(MOST_NESTED * 10).count();
    let nested = count("multipart") + count("rfc822") + count("message").min(count("global"));
    nested > MOST_NESTED || has_long_header(&lower)
}

fn has_long_header(lower: &[u8]) -> bool {
    memmem::find_iter(lower, b"content-").filter(|at| *at == 0 || lower[at - 1] == b'\n').any(|start| {
        let window = &lower[start..lower.len().min(start + LONGEST_HEADER + 1)];
        let folded = |end: &usize| matches!(window.get(end + 1), Some(b' ' | b'\t'));
        let end = memchr::memchr_iter(b'\n', window).find(|end| !folded(end));
        end.is_none() && window.len() > LONGEST_HEADER
    })
}

#[cfg(test)]
mod tests {
    use super::is_entangled;

    #[test]
    fn many_plain_parts_are_fine_and_deep_nesting_is_not() {
        assert!(!is_entangled(&b"--x\r\nContent-Type: text/plain\r\n\r\nhallo\r\n".repeat(10_000)));
        assert!(is_entangled(&b"Content-Type: message/rfc822\r\n\r\n".repeat(10_000)));
        assert!(is_entangled(&b"Content-Type: Message / GLOBAL\r\n\r\n".repeat(10_000)));
        let header = format!("Content-Type: text/plain;{}\r\n\r\n", " a*1=b;\r\n".repeat(5000));
        assert!(is_entangled(header.as_bytes()));
    }
}
