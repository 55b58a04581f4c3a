<?php
/*
 * Plugin of the WordPress in tests/embed/wordpress.spec.ts: writes posts as somebody of a role, and lets that
 * WordPress ask the site under test, which stands on this machine, at SITE and not yet at PUBLISHED.
 */
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', fn() => range(1, 65535));
add_filter('http_response', function ($response) {
	$response['body'] = str_replace('PUBLISHED', 'SITE', $response['body']);
	return $response;
});
add_filter('use_block_editor_for_post', fn() => !isset($_GET['classic']));

// As WordPress does since 6.4.
add_filter('wp_kses_allowed_html', fn($tags, $context) => $context === 'post'
	? array_map(fn($attributes) => ((array) $attributes) + ['hidden' => true], $tags)
	: $tags, 10, 2);

function telegram_writer($role)
{
	$name = "writer-$role";
	return username_exists($name) ?:
		wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(), 'role' => $role]);
}

add_action('init', function () {
	if (isset($_GET['write'])) {
		$wanted = json_decode(file_get_contents('php://input'), true);
		wp_set_current_user(telegram_writer($wanted['role']));
		// What WordPress does when somebody comes: whoever may not write every HTML has it filtered.
		kses_init();
		$post = wp_insert_post(
			wp_slash([
				'post_title' => $wanted['title'],
				'post_content' => $wanted['content'],
				'post_status' => 'publish'
			])
		);
		wp_send_json(['id' => $post, 'address' => get_permalink($post)]);
	}
	if (isset($_GET['enter'])) {
		wp_set_auth_cookie(telegram_writer($_GET['enter']));
		wp_die('Entered.', '', 200);
	}
}, 99);
