@dev.longhaul.api.AsyncActivityHandler
class Unnamed {
  @dev.longhaul.api.OnStart void start() {}
}
