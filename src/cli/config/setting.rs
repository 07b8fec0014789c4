//! One setting: its value with its origin, the kinds of values there are, and how each is read and written.

use std::path::{Path, PathBuf};

use toml::de::DeValue;

use crate::{
    locale::Language,
    server::mail::MailTls,
    tui::{
        app::settings::Borders,
        shell::{
            clipboard::{End, Wish},
            mouse,
        },
    },
};

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The file of this machine.
    System(PathBuf),
    /// The file of this user.
    User(PathBuf),
    /// An environment variable.
    Environment(&'static str),
    /// An option of the command.
    Flag(&'static str),
}

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Setting<T> {
    pub(super) fn default_of(value: T) -> Self {
        Self { value, origin: Origin::Default }
    }
}

/// What the table of settings says of one.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The name in a file. Its text is `setting-NAME`.
    pub name: &'static str,
    /// What values it takes.
    pub shape: Shape,
    /// The value when nobody sets it, as TOML; nothing: none.
    pub default: fn() -> Option<String>,
    /// A value to show where there is no default, as TOML.
    pub example: Option<&'static str>,
    /// The environment variable that sets it.
    pub variable: &'static str,
    /// The version of loket that first had it.
    pub since: &'static str,
}

impl Entry {
    /// The value a commented file shows: the default, or else the example.
    pub fn shown(&self) -> String {
        (self.default)().or(self.example.map(str::to_owned)).unwrap_or_default()
    }
}

/// What values a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// The path of a file; `~/` is the home folder, another relative path starts at the file that names it.
    File,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number from 0 to [`MOST`].
    Number,
    /// `true` or `false`.
    YesNo,
}

/// The largest number a setting takes.
pub const MOST: u32 = 60_000;

/// A value as it was given, and what its reading depends on.
pub struct Given<'a> {
    /// The value.
    pub raw: Raw<'a>,
    /// The folder that relative paths start from.
    pub base: &'a Path,
    /// The home folder of the user.
    pub home: Option<&'a str>,
}

/// A value as it was given.
pub enum Raw<'a> {
    /// In a file.
    Toml(&'a DeValue<'a>),
    /// In a variable or as an argument.
    Text(&'a str),
}

impl Given<'_> {
    fn text(&self) -> Option<&str> {
        match self.raw {
            Raw::Toml(value) => value.as_str(),
            Raw::Text(text) => Some(text),
        }
    }

    fn path(&self) -> Option<PathBuf> {
        let text = self.text()?;
        Some(match (text.strip_prefix("~/"), self.home) {
            (Some(rest), Some(home)) => Path::new(home).join(rest),
            _ => self.base.join(text),
        })
    }
}

/// A type that a setting can have.
pub trait Kind: Sized {
    /// What values it takes.
    const SHAPE: Shape;
    /// Reads a value; nothing when it is not of this shape.
    fn read(given: &Given<'_>) -> Option<Self>;
    /// The value as TOML; nothing when there is none.
    fn written(&self) -> Option<String>;
}

impl Kind for Option<String> {
    const SHAPE: Shape = Shape::Text;

    fn read(given: &Given<'_>) -> Option<Self> {
        given.text().map(|text| Some(text.to_owned()))
    }

    fn written(&self) -> Option<String> {
        self.as_deref().map(quoted)
    }
}

impl Kind for Option<PathBuf> {
    const SHAPE: Shape = Shape::File;

    fn read(given: &Given<'_>) -> Option<Self> {
        given.path().map(Some)
    }

    fn written(&self) -> Option<String> {
        self.as_ref().map(|path| quoted(&path.display().to_string()))
    }
}

impl Kind for u32 {
    const SHAPE: Shape = Shape::Number;

    fn read(given: &Given<'_>) -> Option<Self> {
        let number = match given.raw {
            Raw::Toml(value) => {
                let number = value.as_integer()?;
                Self::from_str_radix(number.as_str(), number.radix()).ok()?
            }
            Raw::Text(text) => text.trim().parse().ok()?,
        };
        (number <= MOST).then_some(number)
    }

    fn written(&self) -> Option<String> {
        Some(self.to_string())
    }
}

impl Kind for bool {
    const SHAPE: Shape = Shape::YesNo;

    fn read(given: &Given<'_>) -> Option<Self> {
        match given.raw {
            Raw::Toml(value) => value.as_bool(),
            Raw::Text(text) => text.trim().parse().ok(),
        }
    }

    fn written(&self) -> Option<String> {
        Some(self.to_string())
    }
}

macro_rules! words {
    ($($kind:ty: $($word:literal)+),+ $(,)?) => {$(
        impl Kind for $kind {
            const SHAPE: Shape = Shape::OneOf(&[$($word),+]);

            fn read(given: &Given<'_>) -> Option<Self> {
                Self::from_code(given.text()?)
            }

            fn written(&self) -> Option<String> {
                Some(quoted(self.code()))
            }
        }
    )+};
}

words! {
    Language: "nl" "en",
    Borders: "auto" "unicode" "ascii",
    Wish: "auto" "osc52" "off",
    End: "bel" "st",
    MailTls: "starttls" "tls" "none",
    mouse::Wish: "auto" "on" "off",
}

/// Text as TOML.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
