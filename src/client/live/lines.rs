//! Cuts a stream of bytes into lines without copying the ones that arrive whole.

/// A line longer than this is no line of the change feed.
const LONGEST: usize = 4 << 20;

/// What came after the last line end.
#[derive(Debug, Default)]
pub(super) struct Lines {
    begun: Vec<u8>,
}

/// A line does not end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLong;

impl Lines {
    /// Gives every line that these bytes complete, without its end; empty ones are left out.
    pub(super) fn feed<E: From<TooLong>>(&mut self, bytes: &[u8], mut line: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
        let mut rest = bytes;
        while let Some(end) = memchr::memchr(b'\n', rest) {
            let (text, after) = (&rest[..end], &rest[end + 1..]);
            rest = after;
            if self.begun.is_empty() {
                give(text, &mut line)?;
            } else {
                self.begun.extend_from_slice(text);
                let whole = std::mem::take(&mut self.begun);
                give(&whole, &mut line)?;
            }
        }
        self.begun.extend_from_slice(rest);
        if self.begun.len() > LONGEST { Err(TooLong.into()) } else { Ok(()) }
    }
}

fn give<E>(line: &[u8], to: &mut impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E> {
    if line.trim_ascii().is_empty() { Ok(()) } else { to(line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(parts: &[&str]) -> Vec<String> {
        let (mut lines, mut all) = (Lines::default(), vec![]);
        for part in parts {
            lines
                .feed::<TooLong>(part.as_bytes(), |line| {
                    all.push(String::from_utf8_lossy(line).into_owned());
                    Ok(())
                })
                .unwrap_or_else(|error| panic!("{error:?}"));
        }
        all
    }

    #[test]
    fn lines_come_whole_however_they_arrive() {
        assert_eq!(cut(&["een\ntwee\n", "\n", "dr", "", "ie\nvier"]), ["een", "twee", "drie"]);
        let one_by_one: Vec<String> = "a\r\n\nbc\n".chars().map(String::from).collect();
        assert_eq!(cut(&one_by_one.iter().map(String::as_str).collect::<Vec<_>>()), ["a\r", "bc"]);
    }

    #[test]
    fn a_line_without_end_is_refused() {
        let mut lines = Lines::default();
        assert_eq!(lines.feed::<TooLong>(&vec![b'x'; LONGEST + 1], |_| Ok(())), Err(TooLong));
    }
}
