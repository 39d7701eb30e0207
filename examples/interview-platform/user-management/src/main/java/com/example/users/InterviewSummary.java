package com.example.users;

public record InterviewSummary(String profileId, int interviews, String lastFeedback) {
}
