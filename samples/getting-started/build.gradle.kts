plugins {
  application
}

repositories {
  mavenLocal()
  mavenCentral()
}

java {
  toolchain {
    languageVersion = JavaLanguageVersion.of(17)
  }
}

dependencies {
  implementation("dev.longhaul:longhaul-api:0.1.0-SNAPSHOT")
  implementation("dev.longhaul:longhaul-runtime:0.1.0-SNAPSHOT")
  implementation("io.temporal:temporal-sdk:1.39.0")
  runtimeOnly("org.slf4j:slf4j-simple:2.0.20")
  annotationProcessor("dev.longhaul:longhaul-processor:0.1.0-SNAPSHOT")
}

application {
  mainClass = "com.example.greeting." + (findProperty("main") ?: "Activities")
}
