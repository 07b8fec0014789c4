//! Reading the URL of a database.

use std::{path::PathBuf, str::FromStr};

use sqlx::postgres::PgConnectOptions;

use super::hosts::Hosts;
use crate::server::start::StartError;

/// Where a store is.
#[derive(Debug)]
pub enum Address {
    /// A SQLite file.
    Lite(PathBuf),
    /// A PostgreSQL database, on one host or several. A password comes from PGPASSFILE, PGPASSWORD or a private URL.
    Pg(Hosts),
}

impl Address {
    /// Reads `sqlite:FILE` or `postgres://…`; several hosts as PostgreSQL's own programs take them. Never repeats a URL with a password in an error.
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
        let no_database = || StartError::NotADatabase("postgres://…".into());
        let each = each_host(url).ok_or_else(no_database)?;
        let each: Result<Vec<_>, _> = each.iter().map(|url| PgConnectOptions::from_str(url)).collect();
        Ok(Self::Pg(Hosts::new(each.map_err(|_| no_database())?)))
    }
}

/// The same URL once for each host of `u@h1:5432,h2:5432` or `?host=a,b&port=5432,5433`. Lists are equally long, or say one thing for
/// all; otherwise nothing.
fn each_host(url: &str) -> Option<Vec<String>> {
    let (scheme, rest) = url.split_once("://")?;
    let (place, query) = rest.split_once('?').map_or((rest, None), |(place, query)| (place, Some(query)));
    let (authority, path) = place.find('/').map_or((place, ""), |slash| place.split_at(slash));
    let (user, hosts) = authority.rfind('@').map_or(("", authority), |at| authority.split_at(at + 1));
    let is_listed = |pair: &str| pair.starts_with("host=") || pair.starts_with("port=");
    let pairs: Vec<&str> = query.into_iter().flat_map(|query| query.split('&')).collect();
    let lists = pairs.iter().filter(|pair| is_listed(pair)).chain([&hosts]);
    let count = lists.clone().map(|list| list.split(',').count()).max()?;
    if !lists.clone().all(|list| [1, count].contains(&list.split(',').count())) {
        return None;
    }
    let one = |list: &str, number: usize| list.split(',').nth(number).unwrap_or(list).to_owned();
    let url = |number| {
        let pairs = pairs.iter().map(|pair| match pair.split_once('=') {
            Some((name, list)) if is_listed(pair) => format!("{name}={}", one(list, number)),
            _ => (*pair).to_owned(),
        });
        let pairs: Vec<_> = pairs.collect();
        let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
        format!("{scheme}://{user}{}{path}{query}", one(hosts, number))
    };
    Some((0..count).map(url).collect())
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
    fn several_hosts_are_one_url_each() {
        for (url, each) in [
            ("postgres://u@h1:5432,h2:5433/db", &["postgres://u@h1:5432/db", "postgres://u@h2:5433/db"][..]),
            (
                "postgres://a,b,c/db?sslmode=require",
                &["postgres://a/db?sslmode=require", "postgres://b/db?sslmode=require", "postgres://c/db?sslmode=require"],
            ),
            (
                "postgres:///db?host=%2Fa%2C,%2Fb&user=u",
                &["postgres:///db?host=%2Fa%2C&user=u", "postgres:///db?host=%2Fb&user=u"],
            ),
            ("postgres://u@h/db?host=a,b&port=1,2", &["postgres://u@h/db?host=a&port=1", "postgres://u@h/db?host=b&port=2"]),
            ("postgres://u@h/db?host=a,b&port=7", &["postgres://u@h/db?host=a&port=7", "postgres://u@h/db?host=b&port=7"]),
            ("postgres://u:p,w@h/db?application_name=a,b", &["postgres://u:p,w@h/db?application_name=a,b"]),
        ] {
            assert_eq!(each_host(url).as_deref().unwrap_or_default(), each, "{url}");
            assert!(
                matches!(Address::read(url, true), Ok(Address::Pg(hosts)) if hosts.are_several() == (each.len() > 1)),
                "{url}"
            );
        }
        for url in ["postgres://a,b,c/db?port=1,2", "postgres://u@a,b/db?host=a,b,c", "postgres://u@a:no,b/db"] {
            assert!(matches!(Address::read(url, true), Err(StartError::NotADatabase(_))), "{url}");
        }
        assert!(matches!(Address::read("postgres://u:geheim@a,b/db", false), Err(StartError::PasswordInUrl)));
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
