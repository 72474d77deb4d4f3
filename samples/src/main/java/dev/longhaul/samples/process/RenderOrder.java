package dev.longhaul.samples.process;

/**
 * A film to render.
 *
 * @param crashAt the frame after which the program crashes; 0 if it does not
 */
public record RenderOrder(int frames, int crashAt) {}
