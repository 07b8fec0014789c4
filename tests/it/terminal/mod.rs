//! The terminal's edge against a real pseudo-terminal: what is taken is given back, what is typed arrives.

mod copy;
mod edge;
mod editor;
mod kept;
mod pty;
mod real;
