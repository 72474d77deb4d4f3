package javax.inject;

public @interface Singleton {}
