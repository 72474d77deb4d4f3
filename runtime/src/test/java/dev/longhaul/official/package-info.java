/** The other side of tests: what a user of the official SDK would have there. */
package dev.longhaul.official;
