# Telegram 1856, the kiosk, for Windows 10 and 11 with PowerShell 5.1 or newer and Edge or Chrome.
#
# UNTESTED. This file was written without a Windows machine to try it on. Try it well before you rely on it.
#
#   powershell -ExecutionPolicy Bypass -File start.ps1
#
# It does what serve.mjs and supervise.mjs do: it serves the site to this machine only, starts the browser, and
# starts it again whenever the page stops sending heartbeats. A browser can be named: $env:KIOSK_BROWSER.

$ErrorActionPreference = 'Stop'
$folder = Split-Path -Parent $MyInvocation.MyCommand.Path
$site = Join-Path $folder 'site'
$shared = Get-Content -Raw -Encoding UTF8 -LiteralPath (Join-Path $folder 'shared.json') | ConvertFrom-Json
$clock = [Diagnostics.Stopwatch]::StartNew()

function Write-Log([string] $sentence) {
	$line = '{0} {1}' -f [DateTime]::UtcNow.ToString('o'), $sentence
	Write-Host $line
	$path = Join-Path $folder 'kiosk.log'
	try {
		if ((Test-Path -LiteralPath $path) -and (Get-Item -LiteralPath $path).Length -gt 1000000) { Move-Item -Force -LiteralPath $path "$path.old" }
		Add-Content -Encoding UTF8 -LiteralPath $path $line
	} catch { }
}

# --- The files and their checksums

function Get-Manifest {
	try { Get-Content -Raw -Encoding UTF8 -LiteralPath (Join-Path $folder 'manifest.json') | ConvertFrom-Json } catch { $null }
}

function Get-Verification {
	$damaged = @(); $missing = @(); $extra = @()
	$manifest = Get-Manifest
	$result = [ordered]@{
		ok = $false; usable = $true; checkedAt = [DateTime]::UtcNow.ToString('o')
		damaged = $damaged; missing = $missing; extra = $extra; message = $null
	}
	if (-not $manifest -or -not $manifest.files) {
		$result.message = 'manifest.json is missing or cannot be read, so the files were not checked; copy the folder again.'
		return $result
	}
	$known = @{}
	foreach ($file in $manifest.files.PSObject.Properties) {
		$known[$file.Name] = $true
		$path = Join-Path $site $file.Name
		if (-not (Test-Path -LiteralPath $path -PathType Leaf)) { $missing += $file.Name; continue }
		$hash = (Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash.ToLowerInvariant()
		if ($hash -ne $file.Value.sha256) { $damaged += $file.Name }
	}
	foreach ($file in Get-ChildItem -Recurse -File -LiteralPath $site) {
		$name = $file.FullName.Substring($site.Length + 1).Replace('\', '/')
		if (-not $known.ContainsKey($name)) { $extra += $name }
	}
	$wrong = @($damaged) + @($missing)
	$result.damaged = @($damaged); $result.missing = @($missing); $result.extra = @($extra)
	$result.ok = ($wrong.Count + $extra.Count) -eq 0
	$result.usable = -not ($wrong | Where-Object { $shared.essential -contains [IO.Path]::GetExtension($_).ToLowerInvariant() })
	return $result
}

# --- The server. HttpListener lets an ordinary account listen on "localhost", which is this machine only.

$listener = $null
for ($port = $shared.port; $port -lt $shared.port + $shared.ports; $port++) {
	$listener = New-Object Net.HttpListener
	$listener.Prefixes.Add("http://localhost:$port/")
	try { $listener.Start(); break } catch { $listener = $null }
}
if (-not $listener) {
	Write-Log "None of the ports $($shared.port) to $($shared.port + $shared.ports - 1) is free; stop what uses them."
	exit 1
}
$address = "http://localhost:$port/"
$verification = Get-Verification
$verifiedAt = $clock.Elapsed.TotalSeconds
$beat = $null; $beatAt = $null; $beats = 0

function Send-Bytes($context, [int] $status, [string] $type, [byte[]] $bytes, [string] $cache = 'no-store') {
	$response = $context.Response
	$response.StatusCode = $status
	$response.Headers['x-content-type-options'] = 'nosniff'
	$response.Headers['cache-control'] = $cache
	if ($type) { $response.ContentType = $type }
	$response.ContentLength64 = $bytes.Length
	if ($context.Request.HttpMethod -ne 'HEAD' -and $bytes.Length) { $response.OutputStream.Write($bytes, 0, $bytes.Length) }
	$response.Close()
}
function Send-Text($context, [int] $status, [string] $text, [string] $type = 'text/plain; charset=utf-8') {
	Send-Bytes $context $status $type ([Text.Encoding]::UTF8.GetBytes($text))
}

# The agreed fields of a heartbeat and nothing else.
function Get-KnownFields($body) {
	$known = [ordered]@{}
	foreach ($name in 'visits', 'uptime', 'heap', 'errors') {
		if ($body.$name -is [ValueType] -and $body.$name -isnot [bool]) { $known[$name] = $body.$name }
	}
	if ($body.errors -is [array]) {
		$known['errors'] = @($body.errors | Where-Object { $_ -is [string] } | Select-Object -Last 5 |
				ForEach-Object { $_.Substring(0, [Math]::Min(200, $_.Length)) })
	}
	if ($body.version -is [string]) { $known['version'] = $body.version.Substring(0, [Math]::Min(100, $body.version.Length)) }
	if ('attract', 'choose', 'visit', 'idle', 'health' -ccontains $body.state) { $known['state'] = $body.state }
	return $known
}

function Find-File([string] $raw) {
	$path = [Uri]::UnescapeDataString($raw)
	$parts = @($path.Split('/') | Select-Object -Skip 1)
	if (-not $path.StartsWith('/') -or $path -match '[\x00\\:]' -or $parts -contains '.' -or $parts -contains '..') { return $null }
	$target = Join-Path $site $path.TrimStart('/')
	if (Test-Path -LiteralPath $target -PathType Container) {
		$index = Join-Path $target 'index.html'
		if (-not (Test-Path -LiteralPath $index -PathType Leaf)) { return $null }
		if (-not $path.EndsWith('/')) { return 'folder' }
		return $index
	}
	if (-not $path.EndsWith('/') -and (Test-Path -LiteralPath $target -PathType Leaf)) { return $target }
	return $null
}

function Invoke-Answer($context) {
	$request = $context.Request
	$raw = $request.RawUrl.Split('?')[0]
	if ($raw -eq '/kiosk-beat') {
		if ($request.HttpMethod -ne 'POST') { Send-Text $context 405 'A heartbeat is sent with POST.'; return }
		if ($request.ContentLength64 -lt 0) { Send-Text $context 411 'A heartbeat says how long it is.'; return }
		if ($request.ContentLength64 -gt $shared.largestBeat) {
			Send-Text $context 413 "A heartbeat has at most $($shared.largestBeat) bytes."; return
		}
		try {
			$body = (New-Object IO.StreamReader $request.InputStream, ([Text.Encoding]::UTF8)).ReadToEnd() | ConvertFrom-Json
			if ($body -isnot [Management.Automation.PSCustomObject]) { throw 'no object' }
		} catch { Send-Text $context 400 'A heartbeat is one JSON object.'; return }
		# A page in another browser says nothing about the one on the screen.
		if ("$($body.start)" -ceq $token) {
			$script:beat = Get-KnownFields $body
			$script:beatAt = $clock.Elapsed.TotalSeconds
			$script:beats++
		}
		$context.Response.StatusCode = 204
		$context.Response.Close()
		return
	}
	if ('GET', 'HEAD' -notcontains $request.HttpMethod) {
		Send-Text $context 405 'Only GET, HEAD and the heartbeat are answered.'; return
	}
	if ($raw -eq '/kiosk-status') {
		if ($request.QueryString['verify'] -eq '1') { $script:verification = Get-Verification }
		$manifest = Get-Manifest
		$now = $clock.Elapsed.TotalSeconds
		$status = [ordered]@{
			runtime = "powershell $($PSVersionTable.PSVersion)"; uptime = [Math]::Round(1000 * $now)
			version = $manifest.version; commit = $manifest.commit
			beatAge = $(if ($null -ne $beatAt) { [Math]::Round(1000 * ($now - $beatAt)) } else { $null }); beat = $beat
			manifest = $(if ($verification.message) { $null } else { $verification }); message = $verification.message
			supervisor = [ordered]@{ starts = $starts; failures = $failures.Count; lastFailure = $lastFailure; lastFailureAt = $lastFailureAt; browser = $browser.Id }
		}
		Send-Text $context 200 (ConvertTo-Json $status -Depth 6) 'application/json'
		return
	}
	if ($raw -eq '/kiosk.json') {
		$path = Join-Path $folder 'kiosk.json'
		if (Test-Path $path) { Send-Bytes $context 200 'application/json' ([IO.File]::ReadAllBytes($path)) }
		else { Send-Text $context 404 'There is no kiosk.json beside the site.' }
		return
	}
	$found = Find-File $raw
	if ($found -eq 'folder') {
		$context.Response.Headers['location'] = "$raw/"
		Send-Bytes $context 301 '' @()
		return
	}
	$path = $(if ($found) { $found } else { Join-Path $site '404.html' })
	$extension = [IO.Path]::GetExtension($path).ToLowerInvariant()
	if ($extension -eq '.html' -and -not $verification.usable -and -not $raw.Contains('/kiosk/health/')) {
		Send-Bytes $context 503 $shared.types.'.html' ([IO.File]::ReadAllBytes((Join-Path $folder 'resting.html')))
		return
	}
	if (-not (Test-Path -LiteralPath $path)) { Send-Text $context 404 'Not found.'; return }
	$type = $shared.types.$extension
	if (-not $type) { $type = 'application/octet-stream' }
	$cache = $(if ($found -and $raw.Contains('/immutable/')) { 'public, max-age=31536000, immutable' } else { 'no-cache' })
	Send-Bytes $context $(if ($found) { 200 } else { 404 }) $type ([IO.File]::ReadAllBytes($path)) $cache
}

# --- The browser

$program = $env:KIOSK_BROWSER
if (-not $program) {
	$program = @(
		"$env:ProgramFiles\Google\Chrome\Application\chrome.exe"
		"${env:ProgramFiles(x86)}\Google\Chrome\Application\chrome.exe"
		"${env:ProgramFiles(x86)}\Microsoft\Edge\Application\msedge.exe"
		"$env:ProgramFiles\Microsoft\Edge\Application\msedge.exe"
	) | Where-Object { Test-Path $_ } | Select-Object -First 1
}
if (-not $program) {
	Write-Log 'No browser was found; install Chrome or Edge, or set KIOSK_BROWSER to its path.'
	exit 1
}

function Get-Settings {
	try { Get-Content -Raw -Encoding UTF8 -LiteralPath (Join-Path $folder 'kiosk.json') | ConvertFrom-Json } catch { $null }
}
function Get-NightlyMinute($hours) {
	if ("$($hours.from)" -notmatch '^([01]?\d|2[0-3]):([0-5]\d)$') { return -1 }
	$opens = 60 * [int]$Matches[1] + [int]$Matches[2]
	if ("$($hours.to)" -notmatch '^([01]?\d|2[0-3]):([0-5]\d)$') { return -1 }
	$closes = 60 * [int]$Matches[1] + [int]$Matches[2]
	if ($opens -eq $closes) { return -1 }
	return ($closes + [Math]::Floor((($opens - $closes + 1440) % 1440) / 2)) % 1440
}
function Start-Browser {
	$settings = Get-Settings
	$script:night = Get-NightlyMinute $settings.hours
	$script:token = [Guid]::NewGuid().ToString('N')
	$script:browserProfile = Join-Path ([IO.Path]::GetTempPath()) "telegram-1856-kiosk-$([Guid]::NewGuid())"
	$rules = 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
	if ("$($settings.heartbeat)" -match '^https?://([a-z0-9._-]+)(:[0-9]+)?([/?#]|$)') { $rules += ", EXCLUDE $($Matches[1].ToLowerInvariant())" }
	$arguments = @("--user-data-dir=`"$browserProfile`"") + @($shared.flags | ForEach-Object { $_.flag }) +
		@("--host-resolver-rules=`"$rules`"") + @($env:KIOSK_BROWSER_ARGS | Where-Object { $_ }) + @("${address}kiosk/?start=$token")
	$script:starts++
	$script:patience = [Math]::Min($shared.seconds.longestFirstBeat, $shared.seconds.firstBeat * [Math]::Pow(2, $silent))
	# Until a beat comes, this start is a silent one.
	$script:silent++
	$script:beatsBefore = $beats
	$script:seen = $beats
	$script:waited = 0.0
	$script:isDue = $false
	$script:wasNight = $true
	$script:browser = Start-Process -FilePath $program -ArgumentList $arguments -PassThru
}
function Stop-Browser {
	if ($browser) { & taskkill.exe /T /F /PID $browser.Id 2>$null | Out-Null }
	Start-Sleep -Milliseconds 500
	Remove-Item -Recurse -Force -ErrorAction SilentlyContinue $browserProfile
}

# --- One loop for both

$starts = 0; $silent = 0; $patience = 0; $token = ''; $failures = @(); $lastFailure = $null; $lastFailureAt = $null; $browser = $null; $browserProfile = $null; $startAt = 0.0
Write-Log "The kiosk is at ${address}kiosk/ (PowerShell $($PSVersionTable.PSVersion), $program)."
if (-not $verification.ok) { Write-Log "Not as packed; ${address}kiosk-status lists the files." }
try {
	$asked = $listener.GetContextAsync()
	$last = $clock.Elapsed.TotalSeconds
	while ($true) {
		if ($asked.Wait([int](1000 * $shared.seconds.tick))) {
			$context = $asked.Result
			$asked = $listener.GetContextAsync()
			try { Invoke-Answer $context } catch { try { $context.Response.Abort() } catch { } }
		}
		$now = $clock.Elapsed.TotalSeconds
		if ($now - $verifiedAt -gt $shared.seconds.verifyEvery) { $verification = Get-Verification; $verifiedAt = $now }
		if (-not $browser) {
			if ($now -ge $startAt) { Start-Browser; $last = $clock.Elapsed.TotalSeconds }
			continue
		}
		if ($beats -eq $seen) { $waited += [Math]::Min($now - $last, 1) } else { $waited = 0.0 }
		$seen = $beats
		$last = $now
		$limit = $patience
		if ($seen -ne $beatsBefore) { $silent = 0; $limit = $shared.seconds.beat }
		$why = $null
		if ($browser.HasExited) { $why = "The browser ended (code $($browser.ExitCode))." }
		elseif ($waited -ge $limit) { $why = "No heartbeat for $limit seconds." }
		$isNight = ([DateTime]::Now.Hour * 60 + [DateTime]::Now.Minute) -eq $night
		if ($isNight -and -not $wasNight) { $isDue = $true }
		$wasNight = $isNight
		$afresh = $isDue -and 'choose', 'visit' -notcontains $beat.state
		if (-not $why -and -not $afresh) { continue }
		Stop-Browser
		$browser = $null
		if (-not $why) { Write-Log 'The browser starts afresh for the night.'; $startAt = $now; continue }
		$failures = @($failures | Where-Object { $now - $_ -lt $shared.seconds.failuresCountFor }) + $now
		$lastFailure = $why
		$lastFailureAt = [DateTime]::UtcNow.ToString('o')
		$pause = $(if ($silent -eq 0) { 0 } else { [Math]::Min($shared.seconds.longestPause, $shared.seconds.shortestPause * [Math]::Pow(2, $silent - 1)) })
		$startAt = $now + $pause
		Write-Log "$why It is started again$(if ($pause) { " in $pause seconds" })."
	}
} finally {
	Stop-Browser
	$listener.Stop()
}
