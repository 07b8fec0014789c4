//! The edge: the terminal, its input, its signals, and what the state asks to be done.
pub mod color;
pub mod screen;
