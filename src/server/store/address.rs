//! Reading the URL of a database.

use std::{path::PathBuf, str::FromStr};

use sqlx::postgres::PgConnectOptions;

use crate::server::start::StartError;

/// Where a store is.
#[derive(Debug)]
pub enum Address {
    /// A SQLite file.
    Lite(PathBuf),
    /// A PostgreSQL database. A password comes from PGPASSFILE, PGPASSWORD or a private URL.
    Pg(Box<PgConnectOptions>),
}

impl Address {
    /// Reads `sqlite:FILE` or `postgres://…`. Never repeats a URL with a password in an error.
    pub fn read(url: &str, private: bool) -> Result<Self, StartError> {
        if let Some(file) = url.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            if file.is_empty() || file.contains(":memory:") || file.contains('?') {
                return Err(StartError::NotADatabase(url.to_owned()));
            }
            return Ok(Self::Lite(file.into()));
        }
        if !(url.starts_with("postgres://") || url.starts_with("postgresql://")) {
            let shown = if url.contains('@') { "…" } else { url };
            return Err(StartError::NotADatabase(shown.to_owned()));
        }
        if !private && has_password(url) {
            return Err(StartError::PasswordInUrl);
        }
        let options = PgConnectOptions::from_str(url).map_err(|_| StartError::NotADatabase("postgres://…".into()))?;
        Ok(Self::Pg(Box::new(options)))
    }
}

fn has_password(url: &str) -> bool {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, _) = place.split_once('/').unwrap_or((place, ""));
    let user = authority.rsplit_once('@').map_or("", |(user, _)| user);
    user.contains(':') || query.split('&').any(|pair| pair.to_ascii_lowercase().starts_with("password"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_refused_unless_the_url_is_private() {
        for url in ["postgres://u:secret@host/db", "postgresql://u:@host", "postgres://host/db?password=secret"] {
            assert!(matches!(Address::read(url, false), Err(StartError::PasswordInUrl)), "{url}");
            assert!(Address::read(url, true).is_ok(), "{url}");
        }
        assert!(matches!(Address::read("postgres://u@host:5432/db", false), Ok(Address::Pg(_))));
    }

    #[test]
    fn a_file_is_a_file() {
        assert!(matches!(Address::read("sqlite:a b.db", false), Ok(Address::Lite(file)) if file.as_os_str() == "a b.db"));
        assert!(matches!(Address::read("sqlite:///x/y.db", false), Ok(Address::Lite(file)) if file.as_os_str() == "/x/y.db"));
        for url in ["sqlite:", "sqlite::memory:", "mysql://u:secret@h/d", "file.db", ""] {
            let error = Address::read(url, false).unwrap_err();
            assert!(matches!(error, StartError::NotADatabase(_)) && !error.to_string().contains("secret"), "{url}");
        }
    }
}
