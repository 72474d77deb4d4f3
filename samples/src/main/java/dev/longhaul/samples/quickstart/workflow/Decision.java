package dev.longhaul.samples.quickstart.workflow;

/**
 * What a person decided about an archive.
 *
 * @param by who decided, for the report
 */
public record Decision(boolean approved, String by) {}
