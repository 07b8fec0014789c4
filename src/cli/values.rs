//! Values of arguments: codes, days, and files that hold a secret.

use std::{path::Path, str::FromStr};

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::{
    api::problem::exit,
    domain::{Date, clock_time::ClockTime, ids::OrganisationCode, organisation, zone},
};

use super::call::Stop;

/// One of a list of codes.
pub(super) fn one_of<T: FromStr + Clone + Send + Sync + 'static>(
    codes: impl IntoIterator<Item = &'static str>,
) -> impl TypedValueParser<Value = T>
where
    T::Err: ToString,
{
    PossibleValuesParser::new(codes).try_map(|code| code.parse::<T>().map_err(|error| std::io::Error::other(error.to_string())))
}

/// One of a list of codes, or its word in Dutch; in capitals or not.
pub(super) fn one_in_words<T: Copy + std::fmt::Display + Send + Sync + 'static>(
    all: &'static [T],
    dutch: &'static [&'static str],
) -> impl TypedValueParser<Value = T> {
    let codes = all.iter().map(|value| (value.to_string(), *value));
    let words: Vec<(String, T)> = codes.chain(dutch.iter().zip(all).map(|(word, value)| ((*word).to_owned(), *value))).collect();
    let names: Vec<String> = words.iter().map(|(word, _)| word.clone()).collect();
    PossibleValuesParser::new(names).try_map(move |given| {
        let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(&given));
        found.map(|(_, value)| *value).ok_or_else(|| std::io::Error::other(given))
    })
}

macro_rules! codes {
    ($kind:ty) => {
        $crate::cli::values::one_of::<$kind>(<$kind>::ALL.iter().map(|value| value.code()))
    };
}
pub(super) use codes;

/// A day, Dutch or ISO.
pub(super) fn day(text: &str) -> Result<Date, String> {
    zone::read_date(text).ok_or_else(String::new)
}

/// A time on the clock.
pub(super) fn time(text: &str) -> Result<ClockTime, String> {
    ClockTime::parse(text).ok_or_else(String::new)
}

/// The body that is meant by its code or name, however it is written; what is not known stays as it is, for the server to say so.
pub(super) fn body(text: &str) -> OrganisationCode {
    let found = organisation::find(&organisation::all(), text).map(|found| found.code.clone());
    found.unwrap_or_else(|| OrganisationCode(text.trim().to_owned()))
}

/// Not blank.
pub(super) fn filled(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err(String::new()) } else { Ok(text.to_owned()) }
}

/// The content of a file that only its owner may read.
pub(super) fn secret_file(path: &Path) -> Result<String, Stop> {
    use std::os::unix::fs::MetadataExt;
    let stop = |key, detail: String| {
        let values = vec![("file", path.display().to_string().into()), ("detail", detail.into())];
        Stop::Said(key, values, exit::CONFIGURATION)
    };
    let unreadable = |error: std::io::Error| stop("cli-secret-unreadable", error.to_string());
    let mut file = std::fs::File::open(path).map_err(unreadable)?;
    // Of the open file, so that nobody can put another one in its place in between.
    let meta = file.metadata().map_err(unreadable)?;
    if !meta.is_file() {
        return Err(stop("cli-secret-no-file", String::new()));
    }
    if meta.mode() & 0o077 != 0 {
        return Err(stop("cli-secret-open", format!("{:04o}", meta.mode() & 0o7777)));
    }
    if meta.len() > 4096 {
        return Err(stop("cli-secret-no-file", String::new()));
    }
    let mut text = String::new();
    std::io::Read::read_to_string(&mut file, &mut text).map_err(unreadable)?;
    Ok(text)
}
