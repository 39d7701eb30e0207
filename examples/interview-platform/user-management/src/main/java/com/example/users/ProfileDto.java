package com.example.users;

public record ProfileDto(String id, String name, String email, String preferredLanguage) {
}
