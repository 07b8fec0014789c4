//! Signing in by a code that is entered on another machine (RFC 8628): for a terminal without a browser, such as over SSH.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;

use super::{
    kept::Kept,
    provider::{NotGranted, PROMPT, Provider, grant, read, safe},
};
use crate::client::failure::Failure;

/// How much slower it goes when the provider says so (RFC 8628, 3.5).
const SLOWER: Duration = Duration::from_secs(5);

/// The longest pause, however often it says so; one that it asks for at first may be longer.
const SLOWEST: Duration = Duration::from_secs(60);

/// The longest pause that is taken seriously, in seconds.
const ABSURD: u32 = 600;

/// A code that waits for somebody to approve it.
#[derive(Debug)]
pub struct Asked {
    /// What is to be typed.
    pub code: String,
    /// Where.
    pub address: String,
    /// The address with the code in it, where the provider gives one.
    pub whole: Option<String>,
    /// Until when the code is good.
    pub until: DateTime<Utc>,
    device_code: SecretString,
    pause: Duration,
}

/// What came of asking whether somebody approved.
#[derive(Debug)]
pub enum Waited {
    /// Signed in.
    SignedIn(Kept),
    /// Not yet: ask again after so long.
    NotYet(Duration),
    /// Somebody said no.
    Denied,
    /// The code is over.
    Expired,
}

#[derive(Deserialize)]
struct Answer {
    device_code: SecretString,
    user_code: String,
    verification_uri: String,
    #[serde(default)]
    verification_uri_complete: Option<String>,
    expires_in: u32,
    #[serde(default)]
    interval: Option<u32>,
}

impl Provider {
    /// Asks for a code.
    ///
    /// # Errors
    /// When the provider gives none.
    pub async fn ask(&self, now: DateTime<Utc>) -> Result<Asked, Failure> {
        let none = || Failure::WrongServer { server: self.issuer().to_owned(), answer: "device_authorization_endpoint".into() };
        let client = self.at.device_client.as_deref().ok_or_else(none)?;
        let endpoint = self.metadata.device_authorization_endpoint.as_deref().ok_or_else(none)?;
        let scope = self.scope();
        let form = [("client_id", client), ("scope", &scope), ("resource", &self.at.audience), ("prompt", PROMPT)];
        let answer: Answer = read(self.http.post(safe(endpoint)?).form(&form), self.issuer()).await?;
        // It is shown, and opened to sign in: nothing but a protected address, or one of this machine.
        let is_safe = |address: &str| safe(address).is_ok();
        safe(&answer.verification_uri)?;
        Ok(Asked {
            code: answer.user_code,
            address: answer.verification_uri,
            whole: answer.verification_uri_complete.filter(|address| is_safe(address)),
            until: now + TimeDelta::seconds(answer.expires_in.into()),
            device_code: answer.device_code,
            pause: Duration::from_secs(answer.interval.unwrap_or(5).clamp(1, ABSURD).into()),
        })
    }

    /// Asks once whether somebody approved. A provider that does not answer for a moment is asked again.
    ///
    /// # Errors
    /// When the provider says something that ends it for another reason.
    pub async fn approved(&self, asked: &mut Asked, now: DateTime<Utc>) -> Result<Waited, Failure> {
        let client = self.at.device_client.as_deref().unwrap_or_default();
        let form = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            ("device_code", asked.device_code.expose_secret()),
            ("client_id", client),
        ];
        if now >= asked.until {
            return Ok(Waited::Expired);
        }
        match grant(&self.http, &self.metadata.token_endpoint, &form).await {
            Ok(granted) => Ok(Waited::SignedIn(Kept::of(self, client, granted, now))),
            Err(NotGranted::Said(code)) => match code.as_str() {
                "authorization_pending" => Ok(Waited::NotYet(asked.pause)),
                "slow_down" => {
                    // RFC 8628, 3.5: this and every later pause.
                    asked.pause = (asked.pause + SLOWER).min(Duration::from_secs(ABSURD.into()));
                    Ok(Waited::NotYet(asked.pause))
                }
                "access_denied" => Ok(Waited::Denied),
                "expired_token" => Ok(Waited::Expired),
                _ => Err(Failure::WrongServer { server: self.issuer().to_owned(), answer: code }),
            },
            Err(NotGranted::Away(_)) => {
                asked.pause = (asked.pause * 2).min(SLOWEST.max(asked.pause));
                Ok(Waited::NotYet(asked.pause))
            }
        }
    }
}

impl Asked {
    /// How long to wait before the first question.
    pub fn pause(&self) -> Duration {
        self.pause
    }
}
