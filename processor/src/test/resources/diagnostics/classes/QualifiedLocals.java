package com.acme;

class QualifiedLocals {
  void method() {
    @dev.longhaul.api.AsyncActivityHandler
    class InMethod {
      @dev.longhaul.api.OnStart void start() {}
    }

    @Deprecated
    class NoHandler {}
  }
}
