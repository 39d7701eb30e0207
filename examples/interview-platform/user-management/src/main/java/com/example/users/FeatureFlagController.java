package com.example.users;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class FeatureFlagController {

    private final JdbcTemplate jdbc;
    private final Map<String, Boolean> flags = new ConcurrentHashMap<>();

    public FeatureFlagController(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private boolean enabled(String key) {
        return flags.computeIfAbsent(key, name -> Boolean.TRUE.equals(
                jdbc.queryForObject("select value = 'true' from platform_config where key = ?", Boolean.class, name)));
    }

    @GetMapping("/public-flags")
    public Map<String, Boolean> publicFlags() {
        return Map.of("feedback-pdf.enabled", enabled("feedback-pdf.enabled"));
    }

    @GetMapping("/feedback.pdf")
    public ResponseEntity<String> feedback() {
        if (!enabled("feedback-pdf.enabled")) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("Coming soon");
        }
        return ResponseEntity.ok("…");
    }
}
