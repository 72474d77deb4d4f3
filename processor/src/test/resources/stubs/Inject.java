package javax.inject;

public @interface Inject {}
