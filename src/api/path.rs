//! Every path of the API, once.

/// Signals: list (GET) and create (POST).
pub const SIGNALS: &str = "/v1/signals";
/// Search in signals (POST), so that nothing sensitive stands in a URL.
pub const SIGNALS_SEARCH: &str = "/v1/signals/_search";
/// One signal, by id or number: read (GET), change (PATCH, JSON merge patch).
pub const SIGNAL: &str = "/v1/signals/{id}";
/// Notes on a signal (POST).
pub const SIGNAL_NOTES: &str = "/v1/signals/{id}/notes";
/// Contact moments on a signal (POST).
pub const SIGNAL_CONTACT_MOMENTS: &str = "/v1/signals/{id}/contact-moments";
/// Claims on a signal: a lease (POST).
pub const SIGNAL_CLAIMS: &str = "/v1/signals/{id}/claims";
/// The current claim on a signal: release (DELETE).
pub const SIGNAL_CURRENT_CLAIM: &str = "/v1/signals/{id}/claims/current";
/// The register: list (GET) and create (POST).
pub const OFFICERS: &str = "/v1/officers";
/// Search in the register (POST).
pub const OFFICERS_SEARCH: &str = "/v1/officers/_search";
/// One entry: read (GET), change (PATCH).
pub const OFFICER: &str = "/v1/officers/{id}";
/// Saved views: list (GET) and create (POST).
pub const VIEWS: &str = "/v1/views";
/// One saved view: change (PATCH), take away (DELETE).
pub const VIEW: &str = "/v1/views/{id}";
/// Organisations (GET).
pub const ORGANISATIONS: &str = "/v1/organisations";
/// Municipalities with their places (GET).
pub const MUNICIPALITIES: &str = "/v1/municipalities";
/// Compute a term (POST); changes nothing.
pub const TERMS_CALCULATE: &str = "/v1/terms/_calculate";
/// Everything changed after a cursor (GET, NDJSON).
pub const CHANGES: &str = "/v1/changes";
/// When to ask for changes again (GET, SSE).
pub const EVENTS: &str = "/v1/events";
/// Who the token is (GET).
pub const ME: &str = "/v1/me";
/// The API document (GET, no token needed).
pub const OPENAPI: &str = "/v1/openapi.json";
/// Is the process alive? Outside the published API.
pub const LIVE: &str = "/health/live";
/// Can it serve? Schema, disk, audit. Outside the published API.
pub const READY: &str = "/health/ready";
