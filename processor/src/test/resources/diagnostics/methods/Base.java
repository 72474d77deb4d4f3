package com.other;

public abstract class Base {
  @dev.longhaul.api.OnStart protected void start(String input) {}
}
