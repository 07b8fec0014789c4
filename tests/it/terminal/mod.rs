//! The terminal's edge against real pseudo-terminals: what is taken is given back, what is typed arrives.

mod edge;
mod ends;
mod keymaps;
mod keys;
mod multiplexers;
mod reload;
mod start;
mod table;
