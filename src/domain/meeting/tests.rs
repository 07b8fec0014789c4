//! Meetings and agendas.
