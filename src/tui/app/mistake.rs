//! A mistake in a keymap or theme file: where, what, and what was probably meant.

use std::ops::Range;

/// A mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Byte range in the file.
    pub span: Range<usize>,
    /// The key of the text that says what is wrong.
    pub key: &'static str,
    /// What goes into the text.
    pub values: Vec<(&'static str, String)>,
}

impl Mistake {
    /// A mistake with what goes into its text.
    pub fn new<const N: usize>(span: Range<usize>, key: &'static str, values: [(&'static str, &str); N]) -> Self {
        Self { span, key, values: values.into_iter().map(|(name, value)| (name, value.to_owned())).collect() }
    }
}
