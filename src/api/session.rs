//! Who the token is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{at_hand::Offer, ids::AccountId, role::Role, text::RawText};

/// How a person signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Where; left out when there is no provider and only tokens of the server's own count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<SignInAt>,
    /// Does one sign in here, with a password and a code? Left out when not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub local: bool,
}

/// Signing in to a local account.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignInWith {
    /// The name, in capitals or not.
    pub name: String,
    /// The password.
    pub password: String,
    /// The six digits that the app shows now (RFC 6238).
    pub code: String,
}

/// Whose account is to be set up.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct BeginSetUp {
    /// The name.
    pub name: String,
    /// The set-up secret that the administrator gave.
    pub secret: String,
}

/// What an app for codes takes in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetUpBegun {
    /// As an address: `otpauth://totp/…`.
    pub address: String,
    /// The secret alone, in base 32, for typing.
    pub secret: String,
}

/// A local account is set up: the password it gets, and a code that proves that the app has its secret.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SetUpWith {
    /// The name.
    pub name: String,
    /// The set-up secret.
    pub secret: String,
    /// The password from now on: twelve characters at least, not the name, none of the commonest.
    pub password: String,
    /// The six digits that the app shows now.
    pub code: String,
}

/// Signed in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignedIn {
    /// The bearer token of this session, told once.
    pub token: String,
    /// Until when it counts.
    pub expires_at: DateTime<Utc>,
}

/// An OpenID provider, and as what it knows us.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignInAt {
    /// Its name, under which its metadata is found.
    pub issuer: String,
    /// What tokens must be for: the `resource` to ask for (RFC 8707).
    pub audience: String,
    /// The client for signing in by a code (RFC 8628), where that is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device_client: Option<String>,
    /// The client for signing in by a browser on the same machine (RFC 8252), where that is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub browser_client: Option<String>,
    /// The scopes to ask for.
    pub scopes: Vec<String>,
}

/// The account behind the token, and what a client must know of the server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// Id of the account.
    pub account: AccountId,
    /// Name.
    pub name: RawText,
    /// Role.
    pub role: Role,
    /// Organisation the account belongs to.
    pub organisation: String,
    /// What the role may do: the names of permissions such as `signal.read`, `register.replicate`.
    pub permissions: Vec<String>,
    /// The server's clock now.
    pub now: DateTime<Utc>,
    /// The server's date in the Netherlands: days left are counted from it.
    pub today: NaiveDate,
    /// Is this a demonstration with invented data?
    pub demo: bool,
    /// Under which key and for how long the account may have the register at hand when the server is away; left out when it may not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_hand: Option<Offer>,
}
