UPDATE `villages` SET `home` = 'utama' WHERE `home` IN ('main', 'local');
